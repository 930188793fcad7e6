project 'shop'

dynamicDns {
    servedBy 'names'
    server 'ns.example.org', port: 70000
    key ''
}
dynamicDns { zone 'x' }

service('names') {
    image 'names'
    instances 'one', 'two'
}
