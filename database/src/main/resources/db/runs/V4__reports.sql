-- where a target reports what, beside its words: JSON Pointers by name
alter table targets add column reports json;
