project 'example_map'
repository 'registry.example.com'
hostRoot '/var/lib/site'

host 'web', at: 'tcp://web.example.org:2375', addresses: ['private': '10.0.0.21', 'private-ipv6': 'fd00::21']

volume 'web_config', at: '/etc/nginx', host: 'config/nginx'
volume 'web_log', at: '/var/log/nginx'
volume 'app_server_socket', at: '/var/lib/app/socket'
volume 'app_config', at: '/var/lib/app/config', host: [instance1: 'config/app1', instance2: 'config/app2']
volume 'app_log', at: '/var/lib/app/log'
volume 'app_data', at: '/var/lib/app/data', host: [instance1: 'data/app1', instance2: 'data/app2']

service('web_server') {
    image 'nginx'
    mount 'web_config', readOnly: true
    attach 'web_log'
    use 'app_server_socket'
    publish 80, 443
}

service('app_server') {
    image 'app'
    user 2000
    mount 'app_config', readOnly: true
    mount 'app_data'
    attach 'app_log'
    attach 'app_server_socket'
    permissions 'u=rwX,g=rX,o='
    instances 'instance1', 'instance2'
}
