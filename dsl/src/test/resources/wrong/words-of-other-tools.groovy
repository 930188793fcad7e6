project 'shop'
container 'old'
def data = volume 'data', at: '/data'

service('web') {
    image 'nginx'
    cmd 'nginx', '-g', 'daemon off;'
    container_name 'web'
    ports '8080:80'
    environment LEVEL: 'debug'
    volumes data
    volume 'data'
    depends_on 'db'
    dependsOn 'db'
    working_dir '/srv'
    mem_limit 512.mb
    replicas 2
    healthcheck 'true'
    healthy {
        test 'true'
        interval 3.seconds
    }
    limits {
        mem 512.mb
        cap_add 'NET_ADMIN'
    }
}
service('db') {
    image 'postgres:17'
}
