project 'shop'

volume 'socket', at: '/run/app'
service 'app', image: 'app'
service('web') {
    image 'nginx'
    use 'socket'
    use 'app'
}
