project 'shop'

service('app') {
    image 'app'
    mount '/etc/app:/conf', readOnly: true
    watch '/conf/app.conf'
    watch '/other'
    watch 'conf'
    reload 'HPU'
}
