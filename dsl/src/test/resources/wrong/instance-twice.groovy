project 'shop'

service('app') {
    image 'app'
    instances 'one', 'two'
    instance('two') { user 2000 }
}
