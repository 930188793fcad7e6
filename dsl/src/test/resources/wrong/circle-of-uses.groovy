project 'shop'

volume 'socket', at: '/run/app'
service('app') {
    image 'app'
    attach 'socket'
    instance('one') { networkMode 'web' }
    instance 'two'
}
service('web') { image 'nginx'; use 'socket' }
