project 'shop'

service('app') {
    image 'app'
    instance('one') { link 'app.two' }
    instance('two') { link 'app' }
}
