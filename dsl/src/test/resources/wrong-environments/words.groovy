project 'shop'
environment('production') {
    service('app') { volume 'data', at: '/data' }
    image 'app'
    servce 'web'
}
environment('other') {
    service('app') { imag 'app' }
}
service('app') {
    environment('inner') { }
}
