project 'shop'

volume('data') {
    at '/data'
    host '/srv/data'
    driver 'local'
}
service('db') { image 'postgres:17'; mount 'data' }
