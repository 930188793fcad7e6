project 'shop'

service('web') {
    image 'nginx'
    command()
    publish()
    links()
    mounts()
    instances()
    exec()
}
network('back') { subnets() }
