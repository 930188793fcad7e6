project 'shop'

service('app') {
    image 'app'
    command "echo 'it is"
    entrypoint ''
    exec 'echo "open'
}
service('web') {
    image 'nginx'
    command(['sh', '-c', [1: 2]])
    exec 'app-migrate && app-index'
}
