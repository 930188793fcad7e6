project 'shop'

volume 'data', at: '/data'
service('db') { image 'postgres:17'; bind 'data' }
