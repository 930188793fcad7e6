project 'shop'

service('web') { image 'nginx'; link 'app' }
service('app') { image 'app'; link 'db' }
service('db') { image 'postgres:17'; link 'web' }
