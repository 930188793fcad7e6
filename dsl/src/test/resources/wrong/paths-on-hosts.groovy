project 'shop'

volume 'conf', at: '/etc/nginx', host: 'config/nginx'
volume 'home', at: '/home', host: '~/files'
volume 'up', at: '/up', host: '../up'
service('web') {
    image 'nginx'
    mounts 'conf', 'home', 'up'
    mount 'www/static:/www:ro'
    bind 'logs/web', at: '/var/log'
}
