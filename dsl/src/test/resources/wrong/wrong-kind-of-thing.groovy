project 'shop'

volume 'socket', at: '/run/app'
network 'back'
service('app') { image 'app'; attach 'socket' }
service('web') {
    image 'nginx'
    link 'socket'
    network 'app'
    mount 'back'
}
group 'frontend', 'web', 'back'
