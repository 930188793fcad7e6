project 'shop'

network('back') { subnet '10.7.0.0/16', gateway: '10.7.0.1' }
network 'plain'
service('a') {
    image 'a'
    network 'back', ipv4: '10.7.0.5'
    instances 'one', 'two'
}
service('b') { image 'b'; network 'back', ipv4: '10.8.0.5' }
service('c') { image 'c'; network 'plain', ipv4: '10.7.0.6' }
service('d') { image 'd'; network 'back', ipv4: '10.7.0.1' }
service('e') { image 'e'; network 'back', ipv4: 'fd00::5', aliases: ['a b', 'ok'] }
service('f') { image 'f'; network 'back', ipv6: '10.7.0.999' }
