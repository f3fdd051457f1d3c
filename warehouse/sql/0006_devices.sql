-- More of what is known of a device; the catalogue fills it when a run next opens the warehouse.
ALTER TABLE hardware ADD COLUMN architecture VARCHAR;
ALTER TABLE hardware ADD COLUMN aliases VARCHAR[];
ALTER TABLE hardware ADD COLUMN accelerators BIGINT;
ALTER TABLE hardware ADD COLUMN accelerator VARCHAR;

-- What a paper counts, one row a resource claim that counts devices, and what so many of the device amount to. Its
-- device is the one that the quote names, or else the only one that the paper's own claim holds on; either has to be
-- something that the counted word can mean: "512 V100 GPUs", not "64 nodes" with four GPUs each. The totals are of the
-- larger count; where the device is of several chips, which may be what was counted, there are none.
CREATE VIEW clusters AS
WITH quoted AS (
    SELECT c.claim_id, min(m.name) AS first, max(m.name) AS last
    FROM claims c
    JOIN hardware_mentions m
        ON m.paper_id = c.paper_id AND m.field = c.field
        AND m.start_char >= c.start_char AND m.end_char <= c.end_char
    WHERE c.kind = 'resource'
    GROUP BY c.claim_id
),
counts AS (
    SELECT
        c.*,
        q.claim_id IS NOT NULL AS is_quoted,
        CASE
            WHEN q.first = q.last THEN q.first
            WHEN q.claim_id IS NULL AND c.attribution = 'own' AND len(c.hardware) = 1 THEN c.hardware[1]
        END AS only_device
    FROM claims c
    LEFT JOIN quoted q USING (claim_id)
    WHERE c.kind = 'resource'
        -- Parts of devices, and what runs on them.
        AND c.unit NOT IN ('core', 'thread', 'worker', 'rank', 'tile', 'chiplet', 'PE', 'SM', 'VM', 'SSD')
),
named AS (
    SELECT
        c.*,
        h.name AS device,
        -- A card or a server is counted whole, whatever it holds.
        h.accelerators IS NULL OR c.unit NOT IN ('GPU', 'accelerator', 'chip', 'device', 'processor') AS is_whole,
        h.memory_gb,
        h.fp16_tflops,
        h.tdp_w
    FROM counts c
    LEFT JOIN hardware h ON h.name = c.only_device AND CASE
        WHEN c.unit IN ('GPU', 'CPU', 'TPU', 'FPGA', 'NPU') THEN h.device_class IN (c.unit, 'architecture')
        WHEN c.unit = 'IPU' THEN h.device_class = 'NPU'
        WHEN c.unit = 'superchip' THEN h.device_class = 'GPU'
        WHEN c.unit IN ('machine', 'node', 'server')
            -- What holds more than 16 is a rack or a room, of which a node is a part.
            THEN h.device_class = 'system' AND h.vendor IS NOT NULL AND h.accelerators <= 16
        WHEN c.is_quoted AND c.unit IN ('accelerator', 'board', 'card', 'chip', 'device', 'processor', 'socket')
            THEN h.device_class <> 'system'
        WHEN c.unit = 'chip' THEN h.device_class = 'TPU'
        ELSE false
    END
)
SELECT
    n.device,
    n.low AS count_low,
    n.high AS count_high,
    n.unit,
    CASE WHEN n.is_whole THEN n.high * n.memory_gb END AS total_memory_gb,
    CASE WHEN n.is_whole THEN n.high * n.fp16_tflops / 1000 END AS total_fp16_pflops,
    CASE WHEN n.is_whole THEN n.high * n.tdp_w / 1000 END AS total_power_kw,
    n.qualifier,
    n.attribution,
    n.hardware,
    p.title,
    p.published,
    year(p.published) AS year,
    n.quote,
    n.sentence,
    n.paper_id,
    n.claim_id,
    n.confidence
FROM named n
JOIN papers p USING (paper_id);
