package org.shouyue.contract.plan;

/// What comes of planning a contract: its plan, or the reasons why there can be none yet.
public sealed interface PlanAnswer permits ContractPlan, PlanRefused {}
