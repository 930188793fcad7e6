project 'shop'

service 'web', image: 'nginx'
def a = group 'a', 'web', 'b'
group 'b', 'c'
group 'c', a
group 'self', 'self'
group 'typo', 'selfe'
