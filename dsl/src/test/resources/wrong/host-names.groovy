project 'shop'

service('a') {
    image 'a'
    hostname 'my host'
    instance('b') { hostname 'x'.multiply(64) }
}
service('a_rather_long_name_for_a_service') {
    image 'b'
    instance 'and_a_rather_long_name_for_an_instance'
}
service('one-two') { image 'c' }
service('one') { image 'd'; instance 'two' }
