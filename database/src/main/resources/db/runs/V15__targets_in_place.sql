-- the suite that defines the target in place; null for one that was registered by itself
alter table targets add column defined_by uuid references suites (id);
