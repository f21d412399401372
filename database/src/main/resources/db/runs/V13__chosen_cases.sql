alter table runs
    -- which cases of its revision it holds, as whoever started it asked; null for no part in the choice
    add column case_filter text check (length(case_filter) between 1 and 200), -- what their names are like
    add column case_tags text[] check (cardinality(case_tags) >= 1); -- they have one of these
