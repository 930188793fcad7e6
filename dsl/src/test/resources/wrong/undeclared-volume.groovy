project 'shop'

volume 'app_socket', at: '/run/app'
service('app') {
    image 'app'
    attach 'app_socket'
    mount 'app_sock'
    mount 'logs:/var/log'
}
service('web') {
    image 'nginx'
    use 'app_sockte'
    use 'applet'
}
