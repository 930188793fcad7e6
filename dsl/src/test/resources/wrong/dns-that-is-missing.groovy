project 'shop'

service('web') {
    image 'nginx'
    register append
    instance('one') { register replace }
}
