project 'shop'

network 'front'
network 'back'
service('db') { image 'postgres:17'; network 'back' }
service('web') { image 'nginx'; network 'front'; link 'db' }
service('bad') { image 'x'; link 'dbb' }
