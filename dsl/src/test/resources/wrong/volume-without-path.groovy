project 'shop'

volume('data') {
    driver 'local'
}
service('db') { image 'postgres:17'; mount 'data' }
