project 'shop'
library 'libs/words'
service('web') {
    monitred()
    monitored prt: 80
    monitored port: 'http'
    monitored 80
    healthy { monitored() }
    database 'db'
    scaled { sise 3 }
    scaled { size 'three' }
}
monitored()
databse 'db'
def db = database('db')
service('app') { link db; link database }
image 'x'
