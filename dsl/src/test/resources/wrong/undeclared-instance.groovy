project 'shop'

service('app') { image 'app'; instances 'one', 'two' }
service 'db', image: 'postgres:17'
service('web') {
    image 'nginx'
    link 'app.tow'
    link 'app.seventeen'
    link 'db.master'
}
