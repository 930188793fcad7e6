project 'shop'

service('a') {
    inherits 'b'
}
service('b') {
    inherits 'c'
}
service('c') {
    inherits 'a'
}
service 'self', inherits: 'self'
