project 'variables'
repository System.getenv('REGISTRY')
hostRoot System.getenv('SITE_ROOT')

host 'web', at: 'tcp://web.example.org:2375', addresses: ['private': '10.0.0.21', 'private-ipv6': 'fd00::21']

volume 'config', at: '/etc/app', host: "${System.getenv('SITE_ROOT')}/config"

service('defaults', abstract: true) {
    env SECRET: System.getenv('DB_PASSWORD')
    limits memory: 64.mb
}

service('web') {
    inherits 'defaults'
    env SECRET: System.getenv('DB_PASSWORD')
    bind "${System.getenv('HOME')}/www", at: '/www'
    limits memory: 128.mb
}

service('app') {
    inherits 'defaults'
    mount 'config'
}
