project 'shop'

service 'web', image: 'nginx', publish: 80
service('api') {
    image 'api'
    publish '80:8080', '127.0.0.1:8443:443'
    publish '127.0.0.1:8443:444'
}
service('app') {
    image 'app'
    publish 9000
    instances 'one', 'two', 'three'
}
service('dns') { image 'dns'; publish '80/udp' }
