project 'shop'

network 'a', labels: ['io.dockerops.project': 'other', 'a b': 1]
network('b') {
    ipv6()
    ipv6 true
    label 'io.dockerops.kind', 'x'
}
service('app') { image 'app'; networks 'a', 'b' }
