project 'shop'

service('app') {
    image 'app'
    env A: nameOfHost('local'), B: addressOf(), C: addressOf('eth 0'), D: addressOf('eth0', ip6: true)
    env E: addresOf('eth0')
    label 'a', nameOfHost()
    option 'User', addressOf('eth0')
    requires()
    requires 'A B', 'C=1'
    require 'X'
}
requires 'X'
