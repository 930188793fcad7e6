project 'shop'

service 'db', image: 'postgres:17'
service('web') {
    image 'nginx'
    link 'db', as: 'the db'
    link 'db.'
}
