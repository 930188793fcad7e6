project 'shop'

network 'backend'
service('web') {
    image 'nginx'
    network 'bakend'
    network 'host'
}
