project 'shop'

service('bus') { image 'bus' }
service('app') {
    image 'app'
    env A: nameOfHost('local'), B: addressOf(), C: addressOf('eth0', ip6: true)
    env D: addresOf('eth0')
    link 'bus', address: 'yes'
    link 'bus', adress: true
    require 'X'
}
requires 'X'
