project 'shop'

folder 'nowhere'
folder '.', confs: 'run.conf'
