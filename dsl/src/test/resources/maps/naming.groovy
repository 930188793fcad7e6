project 'naming'
repository 'registry.example.com'
naming hostNames: false, domain: 'example.org', volumesByParent: true

host 'web', at: 'tcp://web.example.org:2375', addresses: ['private': '10.0.0.21', 'private-ipv6': 'fd00::21']

volume 'socket', at: '/run/app'
volume 'log', at: '/var/log/app'

service('app') {
    attach 'socket'
    attach 'log'
    instances 'one', 'two'
}

service('api') {
    attach 'socket', at: '/run/api'
}

service('web') {
    use 'app.socket'
    use 'api.socket', at: '/run/api', readOnly: true
    domainName 'web.example.org'
}

service('monitor') {
    use 'app'
    link 'app.one'
}
