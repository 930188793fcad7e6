project 'shop'

volume 'data', at: '/data', holder: true
volume 'logs', at: '/logs', holder: 'busybox'
volume 'conf', at: '/conf', holder: true, host: '/etc/conf'
service('app') {
    image 'app'
    attach 'data', at: '/srv'
    use 'logs'
}
service('web') {
    image 'web'
    use 'data', at: '/x'
}
