project 'shop'

volume 'data', at: 'data'
service('db') {
    image 'postgres:17'
    mount 'data', at: 'srv/data'
    mount '/etc/localtime:etc/localtime'
    share 'run'
    workingDirectory 'srv'
}
