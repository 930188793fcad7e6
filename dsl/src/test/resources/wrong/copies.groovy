project 'shop'

service('web') {
    image 'nginx'
    copy 'conf/app.ini', to: '/etc/app.ini'
    copy 'copies.groovy', to: 'etc/app.ini'
    copy 'copies.groovy', to: '/etc/../app.ini'
    copy 'copies.groovy', to: '/a', mode: 644
    copy 'copies.groovy', to: '/b', mode: 'rw'
    copy 'copies.groovy', to: '/c', user: 'a b'
    copy 'copies.groovy', to: '/twice'
    copy secret('s'), to: '/twice'
    copy secret('s'), to: '/secrets/'
    copies 'copies.groovy': 7, 'none': '/d'
}
