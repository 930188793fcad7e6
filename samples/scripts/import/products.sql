create table if not exists products (name text primary key, price numeric);
insert into products values ('tea', 3.50), ('cup', 7.20) on conflict do nothing;
select count(*) || ' products' from products;
