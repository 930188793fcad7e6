project 'shop'

service('web') {
    image 'nginx'
    link 'postgers', as: 'DB'
    links 'postgres', 'queue'
}
service 'postgres', image: 'postgres:17'
