project 'shop'

service('app') {
    image 'app'
    env A: addressOf('eth 0'), B: { addressOf('') }
    label 'a', nameOfHost()
    option 'User', addressOf('eth0')
    requires()
    requires 'A B', 'C=1'
}
