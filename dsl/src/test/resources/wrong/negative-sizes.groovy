project 'shop'

service('web') {
    image 'nginx'
    limits { memory(-5.mb) }
    user 'a b'
}
service('app') {
    image 'app'
    limits { memory((-5).mb) }
}
