project 'shop'

dynamicDns {
    service 'names'
    zones 'x'
}
dynamicDns server: '10.0.0.53', ports: 53
service('web') {
    image 'nginx'
    register apend
    servedBy 'names'
}
