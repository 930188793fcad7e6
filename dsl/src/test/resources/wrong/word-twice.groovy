project 'shop'

hostRoot '/srv/a'
hostRoot '/srv/b'
service('web') {
    image 'nginx'
    image 'httpd'
    build '.'
    limits { memory 64.mb; memory 128.mb }
    limits cpus: 1
    healthy 'true'
    notHealthChecked()
    restart always
    restart 'no'
}
