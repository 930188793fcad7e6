project 'shop'
project 'store'
service 'web', image: 'nginx'
